import { signedIn } from '@/lib/server/auth/caller'
import { signOut } from '@/lib/server/auth/own-account'
import { route } from '@/lib/server/respond'

/** Ends the session and leads to the sign-in: a form of the browser's own, so that no page stays in memory. */
export const POST = route('/sign-out', async () => {
  if (await signedIn()) await signOut()
  return new Response(null, { status: 303, headers: { Location: '/sign-in' } })
})
