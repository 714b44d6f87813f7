import { ROLE_WORDS } from '@/lib/format/account-words'
import type { SignedIn } from '@/lib/signed-in'
import { NavLink } from './nav-link'
import { SignOutForm } from './sign-out-form'

/** Who is signed in, the way to their account, and the way out. */
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
      <SignOutForm />
    </div>
  )
}
