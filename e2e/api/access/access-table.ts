/** A status, or where the answer leads. */
export type Outcome = number | string

/**
 * What becomes of a request: of somebody without a session or key, and of each role. A key is its role to a handler and
 * nobody to a page or an action; a key or session that has ended is nobody.
 */
export type AccessRow = readonly [
  entry: string,
  nobody: Outcome,
  viewer: Outcome,
  clerk: Outcome,
  manager: Outcome,
  admin: Outcome,
]

const SIGN_IN = 'to /sign-in'
const REFUSED = 'to /not-allowed'
const HOME = 'to /customer-groups'

/** Every handler, page and action that is built, and nothing else: the test fails for one that is missing here. */
// biome-ignore format: a table is read by its columns.
export const ACCESS: readonly AccessRow[] = [
  // entry                                 nobody   viewer   clerk    manager  admin
  ['GET /api/customer-groups-data',        401,     200,     200,     200,     200],
  ['GET /api/health',                      200,     200,     200,     200,     200],
  ['GET /api/live',                        401,     200,     200,     200,     200],
  ['GET /apple-icon.png',                  200,     200,     200,     200,     200],
  ['GET /customer-groups/export',          401,     403,     403,     200,     200],
  ['GET /icon.svg',                        200,     200,     200,     200,     200],
  ['POST /sign-out',                       SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN],

  ['PAGE /_not-found',                     SIGN_IN, 404,     404,     404,     404],
  ['PAGE /account',                        SIGN_IN, 200,     200,     200,     200],
  ['PAGE /audit',                          SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /customer-groups',                SIGN_IN, 200,     200,     200,     200],
  ['PAGE /customers/[id]',                 SIGN_IN, 200,     200,     200,     200],
  ['PAGE /join',                           200,     200,     200,     200,     200],
  ['PAGE /keys',                           SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /keys/new',                       SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /not-allowed',                    SIGN_IN, 200,     200,     200,     200],
  ['PAGE /people',                         SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /people/[id]',                    SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /people/invite',                  SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['PAGE /reset',                          200,     200,     200,     200,     200],
  ['PAGE /setup',                          200,     200,     200,     200,     200],
  ['PAGE /sign-in',                        200,     HOME,    HOME,    HOME,    HOME],

  ['ACTION /account changeOwnPassword',    SIGN_IN, 200,     200,     200,     200],
  ['ACTION /account endOther',             SIGN_IN, 200,     200,     200,     200],
  ['ACTION /account endOthers',            SIGN_IN, 200,     200,     200,     200],
  ['ACTION /account renameSelf',           SIGN_IN, 200,     200,     200,     200],
  ['ACTION /join join',                    200,     200,     200,     200,     200],
  ['ACTION /keys createKey',               SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /keys revokeKey',               SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people changeAccess',          SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people disable',               SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people enable',                SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people invite',                SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people makeResetLink',         SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people remove',                SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /people withdrawInvitation',    SIGN_IN, REFUSED, REFUSED, REFUSED, 200],
  ['ACTION /reset reset',                  200,     200,     200,     200,     200],
  ['ACTION /setup setUp',                  200,     200,     200,     200,     200],
  ['ACTION /sign-in enterByPassword',      200,     200,     200,     200,     200],
]

/** Which of the three customers somebody is shown; a status where they are shown nothing. */
export type SeenRow = readonly [entry: string, query: string, everyBranch: Seen, northAlone: Seen]
export type Seen = number | string

const EVERYONE = 'Neema Lyimo, Baraka Komba, Zawadi Temba'
const OF_NORTH = 'Neema Lyimo, Baraka Komba'

/** Neema is at home in north, Baraka in airport with an order in north, Zawadi in airport alone. */
// biome-ignore format: a table is read by its columns.
export const VISIBLE: readonly SeenRow[] = [
  // entry                           query                                         every branch    north alone
  ['GET /api/customer-groups-data',  'group=personal&activity=all',                EVERYONE,       OF_NORTH],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&branch=north',   OF_NORTH,       OF_NORTH],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&branch=airport', 'Baraka Komba, Zawadi Temba', 403],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&q=temba',        'Zawadi Temba', ''],
  ['GET /api/customer-groups-data',  'group=personal&activity=all&q=739445653',    'Zawadi Temba', ''],
  ['GET /customer-groups/export',    'activity=all',                               EVERYONE,       OF_NORTH],
  ['GET /customer-groups/export',    'activity=all&branch=north',                  OF_NORTH,       OF_NORTH],
  ['GET /customer-groups/export',    'activity=all&branch=airport',                'Baraka Komba, Zawadi Temba', 403],
  ['GET /customer-groups/export',    'activity=all&q=temba',                       'Zawadi Temba', ''],
  ['PAGE /customer-groups',          'group=personal&activity=all',                EVERYONE,       OF_NORTH],
  ['PAGE /customer-groups',          'group=personal&activity=all&branch=airport', 'Baraka Komba, Zawadi Temba', OF_NORTH],
  ['PAGE /customers/[Neema Lyimo]',  '',                                           'Neema Lyimo',  'Neema Lyimo'],
  ['PAGE /customers/[Baraka Komba]', '',                                           'Baraka Komba', 'Baraka Komba'],
  ['PAGE /customers/[Zawadi Temba]', '',                                           'Zawadi Temba', 404],
]
