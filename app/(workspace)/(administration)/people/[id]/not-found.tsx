import Link from 'next/link'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'

export default function PersonNotFound() {
  return (
    <>
      <PageHeading title="There is nobody at this address" intro="They may have been removed." />
      <Link href="/people" className={buttonStyle('plain', 'mt-6')}>
        Go to People
      </Link>
    </>
  )
}
