import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The way to a press, which a test can cut. */
export interface Relay {
  /** Hosts of the press → where this relay takes their connections. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Breaks all connections in the middle of whatever they carry, and every new one until `mend`. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Opens one port for each address that hosts share. */
export async function openRelay(addresses: ReadonlyMap<string, string>): Promise<Relay> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A broken connection is what this is for.
    socket.on('error', () => socket.destroy());
  };
  const servers = await Promise.all(
    [...new Set(addresses.values())].map(async (target) => {
      const [host = '', port = ''] = target.split(':');
      const server = createServer((socket) => {
        track(socket);
        if (isCut) return void socket.resetAndDestroy();
        const onward = connect(Number(port), host);
        track(onward);
        socket.pipe(onward).pipe(socket);
        for (const [one, other] of [[socket, onward] as const, [onward, socket] as const]) {
          one.once('close', () => other.destroy());
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return { target, server, own: `127.0.0.1:${(server.address() as AddressInfo).port}` };
    }),
  );
  const ownOf = new Map(servers.map(({ target, own }) => [target, own]));
  const breakAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    addresses: new Map([...addresses].map(([host, target]) => [host, ownOf.get(target) ?? target])),
    cut() {
      isCut = true;
      breakAll();
    },
    mend() {
      isCut = false;
    },
    close() {
      breakAll();
      for (const { server } of servers) server.close();
    },
  };
}
