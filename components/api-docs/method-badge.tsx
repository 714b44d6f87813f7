import { Badge } from '@/components/ui/badge'

/** The HTTP method; what changes records stands apart. */
export function MethodBadge({ method }: { method: 'GET' | 'POST' | 'PATCH' }) {
  return <Badge tone={method === 'GET' ? 'plain' : 'good'}>{method}</Badge>
}
