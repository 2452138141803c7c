import { describeWorlds } from './worlds'

describeWorlds(0)
