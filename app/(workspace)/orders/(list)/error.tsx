'use client'

import { PageFailure, type PageFailureProps } from '@/components/layout/page-failure'

export default function OrdersError(props: PageFailureProps) {
  return <PageFailure {...props} title="Orders" failed="The orders could not be read" />
}
