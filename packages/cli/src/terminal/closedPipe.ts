/** Ends the program quietly where its reader has closed the pipe (`eldercare … | head`). */
export function endOnClosedPipe(output: NodeJS.WriteStream = process.stdout): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}
