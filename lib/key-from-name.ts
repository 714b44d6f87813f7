const CHARACTERS_LIMIT = 50
/** Letters that have no plain letter inside them for Unicode's decomposition to find. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** A name of a group or branch as names are compared: without regard to case and the way accents are written. */
export function foldName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}

/** The Latin letters and digits of a name, words joined by hyphens: "Arusha Njiro" is arusha-njiro. May be empty. */
export function slugOf(name: string): string {
  return foldName(name)
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, CHARACTERS_LIMIT)
    .replace(/^-+|-+$/g, '')
}

/** A key that is not taken: `wanted`, or with a number behind it. `all` is what filters call every group and branch. */
export function freeKey(wanted: string, isTaken: (key: string) => boolean): string {
  const isFree = (key: string) => key !== 'all' && !isTaken(key)
  let key = wanted
  for (let count = 2; !isFree(key); count += 1) key = `${wanted}-${count}`
  return key
}
