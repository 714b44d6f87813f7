import { createTransport } from 'nodemailer'
import { readEnv } from '@/lib/env'
import { findCode } from './database-errors'
import { log } from './log'

export type Mail = { to: string; subject: string; text: string }

/**
 * Sends a mail by the server of SMTP_URL. False where there is none or it did not take the mail within 10 s: whoever
 * waits for it must be shown what it says.
 */
export async function sendMail(mail: Mail): Promise<boolean> {
  const { SMTP_URL: url, MAIL_FROM: from } = readEnv()
  if (!url) return false
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 },
    { from },
  )
  try {
    await transport.sendMail(mail)
    return true
  } catch (error) {
    // The error's message may hold the address.
    log.warn({ mail: 'not sent', code: findCode(error) })
    return false
  } finally {
    transport.close()
  }
}
