import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Without what is taken for something else: l and 1, o and 0. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const KEY = /^cgk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/

/** A new key: shown once, while its hash and the prefix that people know it by are kept. */
export function newApiKey(): { key: string; prefix: string; keyHash: string } {
  const prefix = `cgk_${randomLetters(8)}`
  const key = `${prefix}_${newToken()}`
  return { key, prefix, keyHash: hashToken(key) }
}

/** So many random letters and digits for people to read and type, 5 bits each. */
export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Whether a text has the form of a key. */
export function isApiKey(text: string): boolean {
  return KEY.test(text)
}

/** 32 random bytes for a link that works once. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Enough for secrets of 32 random bytes: nobody guesses those, however fast the hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
