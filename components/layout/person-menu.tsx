import { LogOut } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { ROLE_WORDS } from '@/lib/format/account-words'
import type { SignedIn } from '@/lib/signed-in'
import { NavLink } from './nav-link'

/**
 * Who is signed in, the way to their account, and the way out: a form that the browser itself sends, so that the page
 * and everything it remembers are gone with the document.
 */
export function PersonMenu({ person }: { person: SignedIn }) {
  return (
    <div className="flex items-center gap-1">
      <div className="min-w-0 flex-1">
        <NavLink href="/account" tall>
          <span className="min-w-0">
            <bdi className="block truncate text-ink">{person.name}</bdi>
            <span className="block truncate font-normal text-xs">{ROLE_WORDS[person.role]}</span>
            <span className="sr-only">Your account</span>
          </span>
        </NavLink>
      </div>
      <form action="/sign-out" method="post">
        <button type="submit" aria-label="Sign out" title="Sign out" className={buttonStyle('quiet', 'w-10 px-0')}>
          <LogOut aria-hidden="true" className="size-4 text-ink-soft" />
        </button>
      </form>
    </div>
  )
}
