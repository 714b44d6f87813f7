import { UserRoundPlus } from 'lucide-react'
import Link from 'next/link'
import { keepDraft } from '@/components/entry/draft-storage'
import { buttonStyle } from '@/components/ui/button-style'
import { blankDraft } from '@/lib/entry/draft'
import type { NewOrderTexts } from '@/lib/entry/new-order-texts'
import { REGISTRATION_FIELDS } from '@/lib/entry/registration-texts'
import { registrationFromOrder, textsFromSearch } from '@/lib/entry/typed-search'

type RegisterInPlaceProps = {
  search: string
  texts: NewOrderTexts
  personId: string
  /** Whether the order may be saved already: that is not taken again. */
  unsure: boolean
  onLeave: () => void
}

/** The way to a registration that takes along what was searched for and the order so far; no name is in a URL. */
export function RegisterInPlace({ search, texts, personId, unsure, onLeave }: RegisterInPlaceProps) {
  const takeAlong = () => {
    if (unsure) return
    const known = { 'order.with_vehicle': 'yes', ...registrationFromOrder(texts), ...textsFromSearch(search) }
    const carried =
      (search.trim() === '' && texts.type === '') ||
      keepDraft({ kind: 'registration', personId, about: null }, blankDraft(REGISTRATION_FIELDS, known))
    if (carried) onLeave()
  }
  return (
    <Link
      href="/customers/new"
      prefetch={false}
      onClick={takeAlong}
      className={buttonStyle('quiet', '-ml-3 min-w-0 justify-self-start text-accent')}
    >
      <UserRoundPlus aria-hidden="true" className="size-4" />
      Register a new customer
    </Link>
  )
}
