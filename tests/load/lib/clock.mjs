// The clock of the programs under test: a file that holds the seconds to add to the machine's own.
// The machine's clock is never touched.
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

export class Clock {
  #seconds = 0;

  static async create(ground) {
    const clock = new Clock();
    clock.file = join(ground.folder, "clock");
    await clock.move(0);
    return clock;
  }

  get seconds() {
    return this.#seconds;
  }

  /** Moves it, forward or back; nobody ever reads half a file. */
  async move(seconds) {
    this.#seconds += Math.ceil(seconds);
    await writeFile(`${this.file}.new`, String(this.#seconds));
    await rename(`${this.file}.new`, this.file);
  }
}
