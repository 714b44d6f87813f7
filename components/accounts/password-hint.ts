import { PASSWORD_MIN } from '@/lib/accounts/limits'

/** What is asked of a new password, said before it is typed. */
export const PASSWORD_HINT = `${PASSWORD_MIN} characters or more. Three or four unrelated words do well.`
