import { hash, type Options, verify } from '@node-rs/argon2'

/** argon2id, the package's default, at 46 MiB and one pass: about 50 ms of one core. */
const COST: Options = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** How every password is kept. */
export async function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST)
}

/** Whether a password is the one of the hash. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalise(password))
}

/** The same characters typed on different devices are the same password. */
function normalise(password: string): string {
  return password.normalize('NFKC')
}
