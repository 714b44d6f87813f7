import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mailInvitation } from './auth/link-mails'
import { sendMail } from './mail'

/** A server that takes any mail and keeps what it was told. */
let server: Server
let received: string
let answerToSender: string

beforeEach(async () => {
  received = ''
  answerToSender = '250 fine'
  server = createServer((socket) => {
    let isBody = false
    socket.setEncoding('utf8').write('220 test\r\n')
    socket.on('data', (text: string) => {
      received += text
      if (isBody && text.endsWith('\r\n.\r\n')) isBody = false
      else if (isBody) return
      const isStart = text.startsWith('DATA')
      if (isStart) isBody = true
      const answer = text.startsWith('MAIL') ? answerToSender : '250 fine'
      socket.write(isStart ? '354 go on\r\n' : text.startsWith('QUIT') ? '221 bye\r\n' : `${answer}\r\n`)
    })
    socket.on('error', () => {})
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('MAIL_FROM', '"Kilimo Motors" <office@example.org>')
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.close()
})

const mail = { to: 'neema@example.org', subject: 'Hello', text: 'A line.' }

test('a mail goes to its reader, from the sender that is set', async () => {
  expect(await sendMail(mail)).toBe(true)
  expect(received).toContain('MAIL FROM:<office@example.org>')
  expect(received).toContain('RCPT TO:<neema@example.org>')
})

test('an invitation holds its link whole, and a name adds no line of its own', async () => {
  const url = `https://groups.example.org/join?token=${'A'.repeat(43)}`
  const name = 'Neema\n\nhttps://evil.test'
  expect(await mailInvitation({ to: mail.to, name, url, business: { name: 'Kilimo' } })).toBe(true)
  expect(received.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(url)
  expect(received).toContain('Hello Neema https://evil.test,')
})

test('a refused mail, a lost server and none at all are told as not sent, without an error', async () => {
  answerToSender = '550 no'
  expect(await sendMail(mail)).toBe(false)
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
  expect(await sendMail(mail)).toBe(false)
  vi.stubEnv('SMTP_URL', '')
  expect(await sendMail(mail)).toBe(false)
})
