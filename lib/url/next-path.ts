/** Where somebody goes who asked for nothing in particular. */
export const HOME_PATH = '/customer-groups'

/** More than any page of ours needs in its query. */
const LENGTH_CAP = 2000

const NOT_PAGES = /^\/(?:sign-in|sign-out|setup|join|reset|not-allowed|api)(?:\/|$)/

/**
 * The page to show after signing in: the path and query that were asked for, as long as they are a page of this
 * application. An address elsewhere, however it is dressed up, and anything malformed is the home page.
 */
export function nextPath(asked: string | null | undefined): string {
  // Browsers read a backslash as a slash and drop tabs and line ends, so that `/\host` and `/\t/host` lead elsewhere.
  if (!asked?.startsWith('/') || asked.length > LENGTH_CAP || /[\\\p{Cc}]/u.test(asked)) return HOME_PATH
  const base = 'http://own.invalid'
  if (!URL.canParse(asked, base)) return HOME_PATH
  const { origin, pathname, search } = new URL(asked, base)
  // Normalising may make two slashes out of `/.//host`.
  if (origin !== base || pathname === '/' || pathname.startsWith('//') || NOT_PAGES.test(pathname)) return HOME_PATH
  return pathname + search
}

/** The sign-in that leads on to a path of this application. */
export function signInHref(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`
}
