/** By what a customer is looked up, each as `customer_keys` holds it, however it was typed. */

/** The digits of a phone number. */
export function phoneKey(phone: string): string {
  return phone.replaceAll(/[^0-9]/g, '')
}

/** An e-mail address in lower case. */
export function emailKey(email: string): string {
  return email.toLowerCase()
}

/** Letters and digits in upper case, of a plate or a tax number. */
export function codeKey(code: string): string {
  return code.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
