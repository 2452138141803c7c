// Other tools' files, each read into the one shape of a board.
export { isDeck, readDeck } from './deck'
export { isFocalboardLine, readFocalboard } from './focalboard'
export { isJiraJson, readJiraJson } from './jira-json'
export { isJiraXml, readJiraXml } from './jira-xml'
export { isWekan, readWekan } from './wekan'
