import type { Outcome, Seen } from './access-table'
import { sendAction } from './action-request'
import { CUSTOMERS } from './customers'
import type { As, Workplace } from './workplace'

/** The requests that the table's entries stand for. */
export class Requests {
  private constructor(
    private readonly workplace: Workplace,
    private readonly personId: string,
    private readonly customerIds: Map<string, string>,
  ) {}

  /** `personId` is whom the page of a person is asked for; the customers are looked up by an administrator. */
  static async prepare(workplace: Workplace, administrator: As, personId: string): Promise<Requests> {
    const answer = await workplace.get('/api/customer-groups-data?group=personal&activity=all', administrator)
    const { group_details } = await answer.json()
    const listed: { full_name: string; id: string }[] = group_details.customers
    return new Requests(workplace, personId, new Map(listed.map((row) => [row.full_name, row.id])))
  }

  /** What becomes of an entry's request: its status, or where it leads. An action is sent an empty form. */
  async outcome(entry: string, as: As): Promise<Outcome> {
    const response = entry.startsWith('ACTION ') ? await this.act(entry, as) : await this.ask(entry, as)
    // A stream has no end of its own.
    await response.body?.cancel()
    const [leads] = (response.headers.get('x-action-redirect') ?? response.headers.get('location') ?? '').split(';')
    return leads ? `to ${new URL(leads, this.workplace.address).pathname}` : response.status
  }

  /** The headers of an entry's answer. */
  async headers(entry: string, as: As): Promise<Headers> {
    const { headers, body } = await this.ask(entry, as)
    await body?.cancel()
    return headers
  }

  /** Which customers an entry's answer shows, or its status where it shows none. */
  async seen(entry: string, query: string, as: As): Promise<Seen> {
    const response = await this.workplace.get(`${this.path(entry)}?${query}`, as)
    if (response.status !== 200) return response.status
    const text = await response.text()
    const isAnswer = response.headers.get('content-type') === 'application/json'
    // The cards show the best of the whole group, whatever is searched for: the list is what a search is about.
    const shown: string = isAnswer ? JSON.stringify(JSON.parse(text).group_details.customers) : text
    const names = CUSTOMERS.map(({ name }) => name)
    return names.filter((name) => shown.includes(name)).join(', ')
  }

  private ask(entry: string, as: As): Promise<Response> {
    const [kind = ''] = entry.split(' ')
    const method = kind === 'PAGE' ? 'GET' : kind
    const headers = method === 'GET' ? as : { Origin: this.workplace.address, ...as }
    return fetch(`${this.workplace.address}${this.path(entry)}`, { method, headers, redirect: 'manual' })
  }

  private act(entry: string, as: As): Promise<Response> {
    const action = this.workplace.action(entry.slice('ACTION '.length))
    const { address } = this.workplace
    return sendAction({ address, action, path: this.path(`PAGE ${action.page}`), headers: as })
  }

  /** The path of an entry, with what stands for its parameters; a customer may be named. */
  private path(entry: string): string {
    return entry
      .slice(entry.indexOf(' ') + 1)
      .replace('/_not-found', '/no-such-page')
      .replace('/people/[id]', `/people/${this.personId}`)
      .replace('/customers/[id]', `/customers/${this.customerIds.get('Neema Lyimo')}`)
      .replace(/\[(.+)\]/, (_, name: string) => this.customerIds.get(name) ?? name)
  }
}
