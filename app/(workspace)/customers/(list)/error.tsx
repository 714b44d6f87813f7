'use client'

import { PageFailure, type PageFailureProps } from '@/components/layout/page-failure'

export default function CustomersError(props: PageFailureProps) {
  return <PageFailure {...props} title="Customers" failed="The customers could not be read" />
}
