import { Info } from 'lucide-react'
import { Notice } from '@/components/ui/notice'

/** Why an administrator of some branches finds less to change. */
export function LimitedNotice({ children }: { children: string }) {
  return <Notice icon={Info}>{children}</Notice>
}
