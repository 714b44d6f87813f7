import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'

export default function ImportNotFound() {
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-tight">There is no import at this address</h1>
      <p className="mt-2 text-ink-soft">The link may be mistyped, or come from another installation.</p>
      <Link href="/import" className={buttonStyle('plain', 'mt-6')}>
        Go to Import
      </Link>
    </>
  )
}
