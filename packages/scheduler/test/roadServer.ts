import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a road service says to a question: its status, its headers, and its body. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A road service on this machine that answers as it is told and keeps what it was asked. */
export class RoadServer {
  readonly asked: { readonly url: string; readonly body: string }[] = [];
  private readonly server: Server;

  constructor(answer: (url: URL, body: string, nth: number) => Said | Promise<Said>) {
    this.server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", async () => {
        const body = Buffer.concat(chunks).toString();
        this.asked.push({ url: request.url ?? "", body });
        const said = await answer(new URL(request.url ?? "", "http://localhost"), body, this.asked.length);
        response.writeHead(said.status ?? 200, { "content-type": "application/json", ...said.headers });
        response.end(typeof said.body === "string" ? said.body : JSON.stringify(said.body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.server.listen(0, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The coordinates, origins and destinations of a question to OSRM's table service. */
export function osrmQuestion(url: URL) {
  const coordinates = (url.pathname.split("/").at(-1) ?? "").split(";").map((pair) => pair.split(",").map(Number) as [number, number]);
  const listed = (name: string) => (url.searchParams.get(name) ?? "").split(";").map(Number);
  return { coordinates, origins: listed("sources"), destinations: listed("destinations") };
}
