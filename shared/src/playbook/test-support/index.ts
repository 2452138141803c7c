// What tests of other packages need of the playbook's test support.
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
