import { createHash, randomBytes, randomInt } from 'node:crypto'

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const KEY = /^cgk_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/

/** A new key: shown once, while its hash and the prefix that people know it by are kept. */
export function newApiKey(): { key: string; prefix: string; keyHash: string } {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  const prefix = `cgk_${letters}`
  const key = `${prefix}_${newToken()}`
  return { key, prefix, keyHash: hashToken(key) }
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
