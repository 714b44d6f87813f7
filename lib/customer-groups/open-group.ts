import type { GroupsAnswer } from './contract'

/** The asked group where the answer has it, else null; what every object has, as `constructor`, is no group. */
export function openGroupOf({ groups }: Pick<GroupsAnswer, 'groups'>, asked: string): string | null {
  return Object.hasOwn(groups, asked) ? asked : null
}
