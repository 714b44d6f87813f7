import dynamic from 'next/dynamic'
import { memo, Suspense } from 'react'
import { CustomerListSkeleton } from '@/components/customer-groups/list/customer-list-skeleton'
import type { GroupPanelBodyProps } from './group-panel-body'

/** Fetches the code of an open group's panel, which the page does without until one is opened or about to be. */
export const fetchGroupPanelBody = () => import('./group-panel-body')

const GroupPanelBody = dynamic(() => fetchGroupPanelBody().then((code) => code.GroupPanelBody))

/**
 * The panel's figures and list; while their code is on its way, a place of about their size. They are drawn again only
 * where something of them changed: the page around them is several times as it comes alive, and what the server drew would
 * be thrown away for that place.
 */
export const GroupPanelBodyLater = memo(function GroupPanelBodyLater(props: GroupPanelBodyProps) {
  const rows = Math.min(props.choices.params.page_size, props.stats.customer_count)
  return (
    <Suspense
      fallback={
        <>
          <div className="h-90" />
          <CustomerListSkeleton rows={rows} />
        </>
      }
    >
      <GroupPanelBody {...props} />
    </Suspense>
  )
})
