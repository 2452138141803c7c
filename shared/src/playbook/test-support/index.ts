// What tests of the playbook share, here and in packages that use it.
export {
  CHANGE_LIMIT,
  createSmallPlaybook,
  HOUR,
  MONDAY,
  PEOPLE,
  ROSTER,
  SPEND,
  valueAt,
} from './small-playbook'
export type { SmallPlaybook } from './small-playbook'
