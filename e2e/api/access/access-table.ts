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
  // entry                                        nobody    viewer    clerk     manager  admin
  ['GET /api/customer-groups-bridge',             401,      200,      200,      200,     200],
  ['GET /api/customer-groups-data',               401,      200,      200,      200,     200],
  ['GET /api/customer-groups-series',             401,      200,      200,      200,     200],
  ['GET /api/customers/[id]/orders/[orderId]',    401,      200,      200,      200,     200],
  ['GET /api/found-customers',                    401,      403,      400,      400,     400],
  ['GET /api/health',                             200,      200,      200,      200,     200],
  ['GET /api/live',                               401,      200,      200,      200,     200],
  ['GET /api/openapi.json',                       401,      200,      200,      200,     200],
  ['GET /apple-icon.png',                         200,      200,      200,      200,     200],
  ['GET /customer-groups/export',                 401,      403,      403,      200,     200],
  ['GET /customers/export',                       401,      403,      403,      200,     200],
  ['GET /icon.svg',                               200,      200,      200,      200,     200],
  ['GET /orders/export',                          401,      403,      403,      200,     200],
  ['PATCH /api/customers/[id]/orders/[orderId]',  401,      403,      400,      400,     400],
  ['POST /api/customers',                         401,      403,      400,      400,     400],
  ['POST /api/duplicates',                        401,      403,      200,      200,     200],
  ['POST /api/imports',                           401,      403,      403,      400,     400],
  ['POST /api/orders',                            401,      403,      400,      400,     400],
  ['POST /sign-out',                              SIGN_IN,  SIGN_IN,  SIGN_IN,  SIGN_IN, SIGN_IN],

  ['PAGE /_not-found',                            SIGN_IN,  404,      404,      404,     404],
  ['PAGE /account',                               SIGN_IN,  200,      200,      200,     200],
  ['PAGE /api-docs',                              SIGN_IN,  200,      200,      200,     200],
  ['PAGE /audit',                                 SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /customer-groups',                       SIGN_IN,  200,      200,      200,     200],
  ['PAGE /customers',                             SIGN_IN,  200,      200,      200,     200],
  ['PAGE /customers/[id]',                        SIGN_IN,  200,      200,      200,     200],
  ['PAGE /customers/[id]/edit',                   SIGN_IN,  REFUSED,  200,      200,     200],
  ['PAGE /customers/[id]/merge',                  SIGN_IN,  REFUSED,  REFUSED,  200,     200],
  ['PAGE /customers/[id]/orders/[orderId]',       SIGN_IN,  200,      200,      200,     200],
  ['PAGE /customers/new',                         SIGN_IN,  REFUSED,  200,      200,     200],
  ['PAGE /join',                                  200,      200,      200,      200,     200],
  ['PAGE /keys',                                  SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /keys/new',                              SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /not-allowed',                           SIGN_IN,  200,      200,      200,     200],
  ['PAGE /orders',                                SIGN_IN,  200,      200,      200,     200],
  ['PAGE /orders/new',                            SIGN_IN,  REFUSED,  200,      200,     200],
  ['PAGE /people',                                SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /people/[id]',                           SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /people/invite',                         SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /reset',                                 200,      200,      200,      200,     200],
  ['PAGE /settings',                              SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 'to /settings/groups'],
  ['PAGE /settings/branches',                     SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/branches/[code]/edit',         SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/branches/new',                 SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/business',                     SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/groups',                       SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/groups/[key]/edit',            SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/groups/move',                  SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/groups/new',                   SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/recency',                      SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /settings/recency/[key]/edit',           SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['PAGE /setup',                                 200,      200,      200,      200,     200],
  ['PAGE /sign-in',                               200,      HOME,     HOME,     HOME,    HOME],

  ['ACTION /account changeOwnPassword',           SIGN_IN,  200,      200,      200,     200],
  ['ACTION /account endOther',                    SIGN_IN,  200,      200,      200,     200],
  ['ACTION /account endOthers',                   SIGN_IN,  200,      200,      200,     200],
  ['ACTION /account renameSelf',                  SIGN_IN,  200,      200,      200,     200],
  ['ACTION /customers/[id] addNote',              SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] addVehicle',           SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] bringVehicleBack',     SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] changeVehicle',        SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] editCustomer',         SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] removeNote',           SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id] retireVehicle',        SIGN_IN,  REFUSED,  200,      200,     200],
  ['ACTION /customers/[id]/merge eraseCustomer',  SIGN_IN,  REFUSED,  REFUSED,  200,     200],
  ['ACTION /customers/[id]/merge mergeCustomers', SIGN_IN,  REFUSED,  REFUSED,  200,     200],
  ['ACTION /customers/[id]/merge undoMerge',      SIGN_IN,  REFUSED,  REFUSED,  200,     200],
  ['ACTION /join join',                           200,      200,      200,      200,     200],
  ['ACTION /keys createKey',                      SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /keys revokeKey',                      SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people changeAccess',                 SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people disable',                      SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people enable',                       SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people invite',                       SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people makeResetLink',                SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people remove',                       SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /people withdrawInvitation',           SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /reset reset',                         200,      200,      200,      200,     200],
  ['ACTION /settings/branches addBranch',         SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/branches archiveBranch',     SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/branches changeBranch',      SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/branches passBranch',        SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/business renameBusiness',    SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/groups addGroup',            SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/groups archiveGroup',        SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/groups changeGroup',         SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/groups moveCustomers',       SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/groups passGroup',           SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/recency followBusiness',     SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /settings/recency setRecencyBands',    SIGN_IN,  REFUSED,  REFUSED,  REFUSED, 200],
  ['ACTION /setup setUp',                         200,      200,      200,      200,     200],
  ['ACTION /sign-in enterByPassword',             200,      200,      200,      200,     200],
]

/** What an administrator who is limited to branches meets, where it is something else. */
export const LIMITED_ADMIN: Readonly<Record<string, Outcome>> = {
  'PAGE /audit': REFUSED,
  'PAGE /settings/branches/new': 'to /settings/branches',
  'PAGE /settings/groups/[key]/edit': 'to /settings/groups',
  'PAGE /settings/groups/move': 'to /settings/groups',
  'PAGE /settings/groups/new': 'to /settings/groups',
  'PAGE /settings/recency/[key]/edit': 'to /settings/recency',
}
