import { INVITATION_DAYS, RESET_LINK_HOURS } from '@/lib/accounts/limits'
import type { Business } from '@/lib/business'
import { type Mail, sendMail } from '@/lib/server/mail'

type LinkMail = { to: string; name: string; url: string; business: Pick<Business, 'name'> }

/** Mails an invitation's link; false where it could not be sent. */
export async function mailInvitation({ to, name, url, business }: LinkMail): Promise<boolean> {
  return sendMail({
    to,
    subject: `Your account at ${oneLine(business.name)}`,
    text: [
      `Hello ${oneLine(name)},`,
      `you are invited to Customer Groups of ${oneLine(business.name)}. Choose your password here:`,
      url,
      `The link works once, within ${INVITATION_DAYS} days. If you did not expect it, ignore this mail.`,
    ].join('\n\n'),
  } satisfies Mail)
}

/** Mails a link for a new password; false where it could not be sent. */
export async function mailResetLink({ to, name, url, business }: LinkMail): Promise<boolean> {
  return sendMail({
    to,
    subject: `A new password for ${oneLine(business.name)}`,
    text: [
      `Hello ${oneLine(name)},`,
      'an administrator made this link for you, by which you choose a new password:',
      url,
      `It works once, within ${RESET_LINK_HOURS} hours. Until then your present password stays.`,
    ].join('\n\n'),
  } satisfies Mail)
}

/** A name can not add lines, and with them links, to what we write. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
