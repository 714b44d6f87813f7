/** How long things last and how often they may fail: told to people by the pages, kept to by the server. */
export const SESSION_IDLE_HOURS = 12
export const SESSION_ABSOLUTE_DAYS = 30
/** A session in use is extended at most this often. */
export const SESSION_TOUCH_MINUTES = 5

export const SETUP_LINK_HOURS = 24
export const INVITATION_DAYS = 7
export const RESET_LINK_HOURS = 24

export const SIGN_IN_WINDOW_MINUTES = 5
/** Failed sign-ins of one account in a window, after which no password is looked at. */
export const SIGN_IN_FAILURES_PER_ACCOUNT = 5
/** The same for one client address, behind a trusted proxy alone: a whole office may share it. */
export const SIGN_IN_FAILURES_PER_ADDRESS = 20
/** The same for all accounts together, after which accounts that are not there cost no more work. */
export const SIGN_IN_FAILURES_TOGETHER = 100

/** Of a password, in characters as people count them. */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
/** Of what is typed as a present password, in UTF-16 units: four of them can become one character by normalisation. */
export const TYPED_PASSWORD_MAX = 1000
