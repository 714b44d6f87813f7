import type { Outcome } from './access-table'
import { sendAction } from './action-request'
import { CUSTOMERS } from './customers'
import type { Seen } from './visible-table'
import type { As, Workplace } from './workplace'

const JSON_ONCE = { 'Content-Type': 'application/json', 'Idempotency-Key': 'access-tests' }

/** The requests that the table's entries stand for. */
export class Requests {
  private constructor(
    private readonly workplace: Workplace,
    private readonly personId: string,
    private readonly customerIds: Map<string, string>,
    private readonly orderIds: Map<string, string>,
  ) {}

  /**
   * `personId` is whom the page of a person is asked for; the customers are looked up, and an order of each is taken at
   * home, by an administrator.
   */
  static async prepare(workplace: Workplace, administrator: As, personId: string): Promise<Requests> {
    const answer = await workplace.get('/api/customer-groups-data?group=personal&activity=all', administrator)
    const { group_details } = await answer.json()
    const listed: { full_name: string; id: string }[] = group_details.customers
    const customerIds = new Map(listed.map((row) => [row.full_name, row.id]))
    const orderIds = new Map<string, string>()
    for (const { name, home } of CUSTOMERS) {
      const order = { customer_id: customerIds.get(name) ?? '', branch: home }
      orderIds.set(name, await takeOrder(workplace, administrator, order))
    }
    return new Requests(workplace, personId, customerIds, orderIds)
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
    const response = await this.workplace.get(`${this.path(entry)}?${this.byIds(query)}`, as)
    if (response.status !== 200) return response.status
    const text = await response.text()
    const isAnswer = response.headers.get('content-type') === 'application/json'
    // The cards show the best of the whole group, whatever is searched for: the list is what a search is about.
    const shown: string = isAnswer ? customersIn(JSON.parse(text)) : text
    const names = CUSTOMERS.map(({ name }) => name)
    return names.filter((name) => shown.includes(name)).join(', ')
  }

  private ask(entry: string, as: As): Promise<Response> {
    const [kind = ''] = entry.split(' ')
    const method = kind === 'PAGE' ? 'GET' : kind
    const { address } = this.workplace
    const sent = { method, redirect: 'manual' } as const
    const path = `${address}${this.path(entry)}`
    if (method === 'GET') return fetch(path, { ...sent, headers: as })
    if (!entry.includes(' /api/')) return fetch(path, { ...sent, headers: { Origin: address, ...as } })
    // An empty object is refused by every contract, so that whoever may ask is told so and nothing is changed.
    return fetch(path, { ...sent, headers: { Origin: address, ...JSON_ONCE, ...as }, body: '{}' })
  }

  private act(entry: string, as: As): Promise<Response> {
    const action = this.workplace.action(entry.slice('ACTION '.length))
    const { address } = this.workplace
    return sendAction({ address, action, path: this.path(`PAGE ${action.page}`), headers: as })
  }

  /** The path of an entry, with what stands for its parameters; a customer may be named, else it is Neema. */
  private path(entry: string): string {
    const path = entry
      .slice(entry.indexOf(' ') + 1)
      .replace('/_not-found', '/no-such-page')
      .replace('/people/[id]', `/people/${this.personId}`)
      .replace('/customers/[id]', '/customers/[Neema Lyimo]')
      .replace('/settings/groups/[key]', '/settings/groups/personal')
      .replace('/settings/recency/[key]', '/settings/recency/personal')
      .replace('/settings/branches/[code]', '/settings/branches/north')
    const [customer] = CUSTOMERS.filter(({ name }) => path.includes(`[${name}]`))
    return this.byIds(path.replace('[orderId]', this.orderIds.get(customer?.name ?? '') ?? ''))
  }

  private byIds(text: string): string {
    return text.replaceAll(/\[([^\]]+)\]/g, (_, name: string) => this.customerIds.get(name) ?? name)
  }
}

type OrderOf = { customer_id: string; branch: string }

async function takeOrder({ address }: Workplace, as: As, of: OrderOf): Promise<string> {
  const order = { ...of, type: 'service', amount: 10, details: { type: 'service' } }
  const once = { 'Idempotency-Key': `order of ${of.customer_id}` }
  const headers = { Origin: address, ...JSON_ONCE, ...once, ...as }
  const response = await fetch(`${address}/api/orders`, { method: 'POST', headers, body: JSON.stringify(order) })
  const { order_id } = await response.json()
  return order_id
}

/** The list in an answer, of the groups API or of those who were found; else all of it. */
function customersIn(answer: { group_details?: { customers: unknown }; customers?: unknown }): string {
  return JSON.stringify(answer.group_details?.customers ?? answer.customers ?? answer)
}
