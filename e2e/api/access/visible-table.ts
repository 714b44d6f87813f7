/** Pages and GET handlers that show no customer to anybody: each other one has rows in VISIBLE. */
export const WITHOUT_CUSTOMERS: readonly string[] = [
  'GET /api/agreement',
  'GET /api/customer-groups-bridge',
  'GET /api/customer-groups-series',
  'GET /api/health',
  'GET /api/live',
  'GET /api/openapi.json',
  'GET /apple-icon.png',
  'GET /icon.svg',
  'PAGE /_not-found',
  'PAGE /account',
  'PAGE /agreement',
  'PAGE /api-docs',
  'PAGE /audit',
  'PAGE /customers/new',
  'PAGE /join',
  'PAGE /keys',
  'PAGE /keys/new',
  'PAGE /not-allowed',
  'PAGE /people',
  'PAGE /people/[id]',
  'PAGE /people/invite',
  'PAGE /reset',
  'PAGE /settings',
  'PAGE /settings/branches',
  'PAGE /settings/branches/[code]/edit',
  'PAGE /settings/branches/new',
  'PAGE /settings/business',
  'PAGE /settings/groups',
  'PAGE /settings/groups/[key]/edit',
  'PAGE /settings/groups/move',
  'PAGE /settings/groups/new',
  'PAGE /settings/recency',
  'PAGE /settings/recency/[key]/edit',
  'PAGE /setup',
  'PAGE /sign-in',
]

/** Which of the three customers somebody is shown; a status where they are shown nothing. */
export type SeenRow = readonly [entry: string, query: string, everyBranch: Seen, northAlone: Seen]
export type Seen = number | string

const EVERYONE = 'Neema Lyimo, Baraka Komba, Zawadi Temba'
const OF_NORTH = 'Neema Lyimo, Baraka Komba'

/**
 * Neema is at home in north, Baraka in airport with an order in north, Zawadi in airport alone; the order of each that is
 * asked for was taken at home. A name in brackets stands for that customer's id.
 */
// biome-ignore format: a table is read by its columns.
export const VISIBLE: readonly SeenRow[] = [
  // entry                           query                                         every branch    north alone
  ['GET /api/customer-groups-data',  'group=personal&activity=all',                EVERYONE,       OF_NORTH],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&branch=north',   OF_NORTH,       OF_NORTH],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&branch=airport', 'Baraka Komba, Zawadi Temba', 403],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&q=temba',        'Zawadi Temba', ''],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&q=739445653',    'Zawadi Temba', ''],
  ['GET /api/customer-groups-data',  'group=north&group_by=branch&activity=all',   OF_NORTH,       OF_NORTH],
  ['GET /api/customer-groups-data',  'group=airport&group_by=branch&activity=all', 'Baraka Komba, Zawadi Temba', 400],
  ['GET /api/customer-groups-data',  'group=new&group_by=visit&period=1year',      EVERYONE,       OF_NORTH],
  ['GET /api/customers/[Neema Lyimo]/orders/[orderId]',  '',                       'Neema Lyimo',  'Neema Lyimo'],
  ['GET /api/customers/[Baraka Komba]/orders/[orderId]', '',                       'Baraka Komba', 404],
  ['GET /api/customers/[Zawadi Temba]/orders/[orderId]', '',                       'Zawadi Temba', 404],
  ['GET /api/found-customers',       'q=73944565',                                 EVERYONE,       OF_NORTH],
  ['GET /api/found-customers',       'q=temba',                                    'Zawadi Temba', ''],
  ['GET /api/found-customers',       'q=0739445653',                               'Zawadi Temba', ''],
  ['GET /customer-groups/export',    'activity=all',                               EVERYONE,       OF_NORTH],
  ['GET /customer-groups/export',    'activity=all&branch=north',                  OF_NORTH,       OF_NORTH],
  ['GET /customer-groups/export',    'activity=all&branch=airport',                'Baraka Komba, Zawadi Temba', 403],
  ['GET /customer-groups/export',    'activity=all&q=temba',                       'Zawadi Temba', ''],
  ['GET /customers/export',          '',                                           EVERYONE,       OF_NORTH],
  ['GET /customers/export',          'branch=airport',                             'Baraka Komba, Zawadi Temba', 403],
  ['GET /customers/export',          'q=temba',                                    'Zawadi Temba', ''],
  ['GET /orders/export',             '',                                           EVERYONE,       OF_NORTH],
  ['GET /orders/export',             'branch=airport',                             'Baraka Komba, Zawadi Temba', 403],
  ['GET /orders/export',             'q=739445653',                                'Zawadi Temba', ''],
  ['PAGE /customer-groups',          'group=personal&activity=all',                EVERYONE,       OF_NORTH],
  ['PAGE /customer-groups',          'group=personal&activity=all&branch=airport', 'Baraka Komba, Zawadi Temba', OF_NORTH],
  ['PAGE /customers',                '',                                           EVERYONE,       OF_NORTH],
  ['PAGE /customers',                'branch=airport',                             'Baraka Komba, Zawadi Temba', OF_NORTH],
  ['PAGE /customers',                'q=temba',                                    'Zawadi Temba', ''],
  ['PAGE /customers/[Neema Lyimo]',  '',                                           'Neema Lyimo',  'Neema Lyimo'],
  ['PAGE /customers/[Baraka Komba]', '',                                           'Baraka Komba', 'Baraka Komba'],
  ['PAGE /customers/[Zawadi Temba]', '',                                           'Zawadi Temba', 404],
  ['PAGE /customers/[Neema Lyimo]/edit',   '',                                     'Neema Lyimo',  'Neema Lyimo'],
  ['PAGE /customers/[Zawadi Temba]/edit',  '',                                     'Zawadi Temba', 404],
  ['PAGE /customers/[Zawadi Temba]/merge', '',                                     'Zawadi Temba', 404],
  ['PAGE /customers/[Neema Lyimo]/orders/[orderId]',  '',                          'Neema Lyimo',  'Neema Lyimo'],
  ['PAGE /customers/[Baraka Komba]/orders/[orderId]', '',                          'Baraka Komba', 404],
  ['PAGE /customers/[Zawadi Temba]/orders/[orderId]', '',                          'Zawadi Temba', 404],
  ['PAGE /orders',                   '',                                           EVERYONE,       OF_NORTH],
  ['PAGE /orders',                   'branch=airport',                             'Baraka Komba, Zawadi Temba', OF_NORTH],
  ['PAGE /orders',                   'q=739445653',                                'Zawadi Temba', ''],
  ['PAGE /orders/new',               'customer=[Neema Lyimo]',                     'Neema Lyimo',  'Neema Lyimo'],
  ['PAGE /orders/new',               'customer=[Zawadi Temba]',                    'Zawadi Temba', ''],
]
