import { openApiDocument } from '@/lib/api/openapi'
import { requireCaller } from '@/lib/server/auth/caller'
import { route } from '@/lib/server/respond'

/** The API as an OpenAPI 3.1 document, for whoever is signed in or has a key: it holds no records. */
export const GET = route('/api/openapi.json', async (request) => {
  await requireCaller(request, 'read')
  return Response.json(openApiDocument())
})
