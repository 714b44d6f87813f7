/** What the tests search answers and logs for: nobody else has these. */
export const CUSTOMERS = [
  { id: 'C1', name: 'Neema Lyimo', phone: '+255739445651', email: 'neema.lyimo@customers.invalid', home: 'north' },
  { id: 'C2', name: 'Baraka Komba', phone: '+255739445652', email: 'baraka.komba@customers.invalid', home: 'airport' },
  { id: 'C3', name: 'Zawadi Temba', phone: '+255739445653', email: 'zawadi.temba@customers.invalid', home: 'airport' },
] as const

const ORDERS = [
  ['O1', 'C1', 'north'],
  ['O2', 'C2', 'north'],
  ['O3', 'C2', 'airport'],
  ['O4', 'C3', 'airport'],
]

/** The customers and their orders of yesterday as the two files of an import. */
export function customerFiles(): { customers: string; orders: string } {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  const people = CUSTOMERS.map(({ id, name, phone, email, home }) => `${id},${name},personal,${phone},${email},${home}`)
  const orders = ORDERS.map(
    ([id, customer, branch]) => `${id},${customer},service,completed,10.00,${yesterday},${branch}`,
  )
  return {
    customers: ['external_id,full_name,customer_type,phone,email,branch', ...people, ''].join('\n'),
    orders: ['external_id,customer_external_id,type,status,amount,created_at,branch', ...orders, ''].join('\n'),
  }
}
