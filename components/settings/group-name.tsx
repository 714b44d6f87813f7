import { groupTint } from '@/components/customer-groups/group-tint'

/** A group's name beside its colour, as the title of what is set up for it. */
export function GroupName({ name, color }: { name: string; color: number }) {
  return (
    <span className={`${groupTint(color)} inline-flex items-baseline gap-3`}>
      <span aria-hidden="true" className="size-3.5 shrink-0 rounded-full bg-(--tint)" />
      <bdi>{name}</bdi>
    </span>
  )
}
