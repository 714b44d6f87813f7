import type { BuiltAction } from './built-entries'

type ActionRequest = {
  address: string
  action: BuiltAction
  /** The page that sends it, where it has parameters. */
  path?: string
  fields?: Record<string, string | string[]>
  /** Beside those of every page; an empty one is left out. */
  headers?: Record<string, string>
}

/** Sends a form to a server action as a page does that is alive: the fields of the form, then its state so far. */
export function sendAction({ address, action, path, fields = {}, headers = {} }: ActionRequest): Promise<Response> {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) body.append(`_1_${name}`, value)
  }
  body.append('0', '[{"status":"blank"},"$K1"]')
  const sent = { 'Next-Action': action.id, Accept: 'text/x-component', Origin: address, ...headers }
  return fetch(`${address}${path ?? action.page}`, {
    method: 'POST',
    redirect: 'manual',
    headers: Object.entries(sent).filter(([, value]) => value !== ''),
    body,
  })
}
