// The map's screen.
export { MapPage } from './map-page'
