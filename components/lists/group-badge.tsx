import { groupTint } from '@/components/customer-groups/group-tint'

/** A customer's group in its colour; the name says it, the colour only repeats it. */
export function GroupBadge({ group }: { group: { name: string; color: number } }) {
  return (
    <span className={`${groupTint(group.color)} inline-flex max-w-full items-center gap-1.5`}>
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-(--tint)" />
      <bdi className="truncate">{group.name}</bdi>
    </span>
  )
}
