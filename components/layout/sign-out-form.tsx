'use client'

import { LogOut } from 'lucide-react'
import { dropDrafts } from '@/components/entry/drop-drafts'
import { buttonStyle } from '@/components/ui/button-style'

/**
 * The way out: a form that the browser itself sends, so that the page and everything it remembers are gone with the
 * document. What was typed and not saved goes too.
 */
export function SignOutForm() {
  return (
    <form action="/sign-out" method="post" onSubmit={() => dropDrafts()}>
      <button type="submit" aria-label="Sign out" title="Sign out" className={buttonStyle('quiet', 'w-10 px-0')}>
        <LogOut aria-hidden="true" className="size-4 text-ink-soft" />
      </button>
    </form>
  )
}
