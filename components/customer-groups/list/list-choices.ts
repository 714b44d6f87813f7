import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Choices } from '@/lib/url/groups-url'

/** What the list of an open group can be told: each writes the URL, which the list then follows. */
export type ListChoices = {
  params: GroupsParams
  choose: (choices: Choices) => void
  type: (q: string) => void
  href: (params: Choices) => string
  profileHref: (customerId: string) => string
}
