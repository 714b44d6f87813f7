import { formTexts, textsOf } from '@/lib/form-state'

/** The fields of `AccessFields`, which may be shown again. */
export const ACCESS_FIELDS = ['role', 'all_branches', 'branches'] as const

/** The texts of a form with `AccessFields`, whose branches are several. */
export function accessTexts(form: FormData) {
  return { ...formTexts(form), branches: textsOf(form, 'branches') }
}
