// The way material takes through the map, found from the arrows alone: what is summed, and what is left out and why.

export interface PathNode {
  readonly id: string
  readonly kind: 'process' | 'inventory' | 'supplier' | 'customer'
  /** What the node adds to the way: waiting in days, then work in seconds. Only for choosing the longest way. */
  readonly days: number
  readonly seconds: number
}
export interface PathEdge {
  readonly id: string
  readonly from: string
  readonly to: string
}

export interface FlowPath {
  /** Processes and inventories of the longest way, from first to last. Empty: nothing is joined. */
  readonly ids: readonly string[]
  /** On another way to the customer than the one that is summed. */
  readonly parallel: readonly string[]
  /** Joined, but leading nowhere: left out. */
  readonly deadEnds: readonly string[]
  /** Joined to nothing: left out. */
  readonly apart: readonly string[]
  /** Arrows that lead back (rework, circles): left out. */
  readonly loops: readonly string[]
}

type Links = Map<string, PathEdge[]>

const link = (links: Links, id: string, edge: PathEdge) => {
  const known = links.get(id)
  if (known) known.push(edge)
  else links.set(id, [edge])
}

/**
 * Arrows back to a node that is still open in a depth-first walk from the sources. In a flow that has a source these are
 * the same whatever the order of the walk; a circle without one is opened at a supplier, else at its smallest id.
 */
function backEdges(
  ids: readonly string[],
  suppliers: readonly string[],
  out: Links,
  into: Links,
): Set<string> {
  const back = new Set<string>()
  const state = new Map<string, 'open' | 'done'>()
  const walk = (start: string) => {
    const stack = [{ id: start, next: 0 }]
    state.set(start, 'open')
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = out.get(top.id)?.[top.next++]
      if (!edge) {
        state.set(top.id, 'done')
        stack.pop()
      } else if (state.get(edge.to) === 'open') back.add(edge.id)
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open')
        stack.push({ id: edge.to, next: 0 })
      }
    }
  }
  for (const id of ids) if (!into.has(id)) walk(id)
  for (const id of suppliers) if (!state.has(id)) walk(id)
  for (const id of ids) if (!state.has(id)) walk(id)
  return back
}

const reaching = (ends: readonly string[], into: Links): Set<string> => {
  const reach = new Set(ends)
  const queue = [...ends]
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const { from } of into.get(id) ?? [])
      if (!reach.has(from)) {
        reach.add(from)
        queue.push(from)
      }
  return reach
}

interface Way {
  readonly days: number
  readonly seconds: number
  readonly length: number
  readonly id: string
  readonly before: Way | undefined
}

const isLonger = (a: Way, b: Way): boolean => {
  if (a.days !== b.days) return a.days > b.days
  if (a.seconds !== b.seconds) return a.seconds > b.seconds
  return a.length !== b.length ? a.length > b.length : a.id < b.id
}
const longest = (ways: readonly Way[]): Way | undefined =>
  ways.reduce<Way | undefined>((best, way) => (best && !isLonger(way, best) ? best : way), undefined)

/** The longest way to each node that reaches an end, computed once a node, each after all nodes before it. */
function longestWays(
  nodes: ReadonlyMap<string, PathNode>,
  reach: ReadonlySet<string>,
  out: Links,
  into: Links,
) {
  const ways = new Map<string, Way>()
  const waiting = new Map<string, number>()
  for (const id of reach) waiting.set(id, (into.get(id) ?? []).length)
  const ready = [...reach].filter((id) => waiting.get(id) === 0)
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const node = nodes.get(id)
    if (!node) continue
    const before = longest((into.get(id) ?? []).flatMap(({ from }) => ways.get(from) ?? []))
    ways.set(id, {
      id,
      before,
      days: (before?.days ?? 0) + node.days,
      seconds: (before?.seconds ?? 0) + node.seconds,
      length: (before?.length ?? 0) + 1,
    })
    for (const { to } of out.get(id) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0 && reach.has(to)) ready.push(to)
    }
  }
  return ways
}

const isStep = (node: PathNode | undefined) => node?.kind === 'process' || node?.kind === 'inventory'

/**
 * The way that is summed: to the customers that something is sent to, or, where there is none, to wherever an arrow ends.
 * Of several ways the longest counts (all parts are needed), by waiting, then by work, then by steps, then by id.
 */
export function findPath(allNodes: readonly PathNode[], allEdges: readonly PathEdge[]): FlowPath {
  const nodes = new Map([...allNodes].sort((a, b) => (a.id < b.id ? -1 : 1)).map((node) => [node.id, node]))
  const ids = [...nodes.keys()]
  const edges = allEdges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))
  const out: Links = new Map()
  const into: Links = new Map()
  const joined = new Set<string>()
  for (const edge of [...edges].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    link(out, edge.from, edge)
    link(into, edge.to, edge)
    joined.add(edge.from).add(edge.to)
  }
  const suppliers = ids.filter((id) => nodes.get(id)?.kind === 'supplier')
  const back = backEdges(ids, suppliers, out, into)
  for (const links of [out, into])
    for (const [id, list] of links)
      links.set(
        id,
        list.filter((edge) => !back.has(edge.id)),
      )

  const hasNext = (id: string) => (out.get(id)?.length ?? 0) > 0
  const customers = ids.filter((id) => nodes.get(id)?.kind === 'customer' && joined.has(id))
  const ends = customers.length > 0 ? customers : ids.filter((id) => joined.has(id) && !hasNext(id))
  const reach = reaching(ends, into)
  const ways = longestWays(nodes, reach, out, into)

  const chosen: string[] = []
  for (let way = longest(ends.flatMap((id) => ways.get(id) ?? [])); way; way = way.before)
    if (isStep(nodes.get(way.id))) chosen.unshift(way.id)
  const onPath = new Set(chosen)
  const others = ids.filter((id) => isStep(nodes.get(id)) && !onPath.has(id))
  return {
    ids: chosen,
    parallel: others.filter((id) => reach.has(id)),
    deadEnds: others.filter((id) => joined.has(id) && !reach.has(id)),
    apart: others.filter((id) => !joined.has(id)),
    loops: [...back].sort(),
  }
}
