import type { Operation } from './operation'

type Called = Pick<Operation, 'method' | 'path' | 'permission' | 'body' | 'isKeyed' | 'answer' | 'example'>

/** A call of the operation for a shell, at an address such as https://groups.example.org, with `$KEY` for the key. */
export function curlOf(operation: Called, address: string): string {
  const { method, path, permission, body, isKeyed, answer, example } = operation
  const url = address + path.replaceAll(/\[(\w+)\]/g, (_, name: string) => `$${name.toUpperCase()}`)
  const parts = [
    ...(answer.kind === 'events' ? ['-N'] : []),
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(permission ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(isKeyed ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body ? ["-H 'Content-Type: application/json'", `-d '${quoted(JSON.stringify(example.body, null, 2))}'`] : []),
    ...(answer.kind === 'file' ? ['-OJ'] : []),
    `"${url}${example.query ? `?${example.query}` : ''}"`,
  ]
  return `curl ${parts.join(' \\\n  ')}`
}

/** Inside single quotes. */
function quoted(text: string): string {
  return text.replaceAll("'", "'\\''")
}
