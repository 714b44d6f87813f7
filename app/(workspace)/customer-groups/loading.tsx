import { GroupsSkeleton } from '@/components/customer-groups/groups-skeleton'

export default function Loading() {
  return <GroupsSkeleton />
}
