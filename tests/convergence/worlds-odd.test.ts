import { describeWorlds } from './worlds'

describeWorlds(1)
