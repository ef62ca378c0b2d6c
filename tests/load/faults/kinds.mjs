// The faults, each as one function that breaks something in the middle of deliveries and mends it
// again. `mayRepeat` is how many mails may then go out twice, under the same Message-ID: what a
// worker had handed in and not yet written down when it, or its database, or its lease was gone.
// `mayRefuse` says whether a gateway may refuse requests meanwhile, by name; nothing else may.
import { pause, until } from "../lib/waiting.mjs";

/** How many messages one worker holds at most. */
const inHand = 100;

const nobody = () => false;
const everybody = () => true;

/** Kills one of these processes and starts it again after a while. */
async function killOne(processes, chance) {
  const one = chance.one(processes);
  await one.kill();
  await pause(chance.between(50, 800));
  await one.start();
  return one.name;
}

/** Waits for so many publications more. */
async function goesOn(writer, count) {
  const goal = writer.acknowledged.length + count;
  await until("the writer goes on", () => writer.acknowledged.length >= goal, 60);
}

/** Lets the mail server misbehave for the next so many publications. */
async function inMood({ installation, chance, writer }, mood) {
  installation.sink.behave(mood);
  await goesOn(writer, chance.between(3, 5));
  await pause(chance.between(200, 900));
  installation.sink.behave();
}

export const kinds = {
  "gateway killed": {
    strike: ({ installation, chance }) => killOne(installation.gateways, chance),
    mayRepeat: () => 0,
    mayRefuse: (name, struck) => name === struck,
  },
  "worker killed": {
    strike: ({ installation, chance }) => killOne(installation.workers, chance),
    mayRepeat: () => inHand,
    mayRefuse: nobody,
  },
  "Redis killed": {
    strike: async ({ installation: { redis }, chance }) => {
      await redis.kill();
      await pause(chance.between(100, 2500));
      await redis.start();
    },
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "Redis flushed": {
    strike: async ({ installation: { redis }, chance }) => {
      const times = chance.between(1, 5);
      for (let number = 0; number < times; number += 1) {
        await redis.flush();
        await pause(chance.between(20, 300));
      }
    },
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "PostgreSQL killed": {
    strike: async ({ installation: { postgres }, chance }) => {
      await postgres.kill();
      await pause(chance.between(50, 1500));
      await postgres.start();
    },
    mayRepeat: ({ workers }) => inHand * workers.length,
    mayRefuse: everybody,
  },
  "PostgreSQL restarted": {
    strike: async ({ installation: { postgres }, chance }) => {
      await postgres.stop();
      await pause(chance.between(0, 500));
      await postgres.start();
    },
    mayRepeat: ({ workers }) => inHand * workers.length,
    mayRefuse: everybody,
  },
  "replica killed": {
    strike: async ({ installation: { replica }, chance, writer }) => {
      await replica.kill();
      await goesOn(writer, chance.between(1, 3));
      await pause(chance.between(0, 1000));
      await replica.start();
    },
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "replica stands still": {
    strike: async ({ installation: { replica }, chance, writer }) => {
      await replica.replay(false);
      await goesOn(writer, chance.between(3, 6));
      await pause(chance.between(500, 3000));
      await replica.replay(true);
    },
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "mail refused": {
    strike: (round) => inMood(round, { laterAtDoor: 0.1, laterAtName: 0.15, laterAtEnd: 0.15, never: 0.05 }),
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "mail delayed": {
    strike: (round) => inMood(round, { pace: [300, 1800] }),
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
  "mail broken off": {
    strike: (round) => inMood(round, { drops: 0.3 }),
    mayRepeat: (_, did) => did.drops,
    mayRefuse: nobody,
  },
  "mail unanswered": {
    strike: (round) => inMood(round, { silences: 0.04 }),
    mayRepeat: (_, did) => did.silences,
    mayRefuse: nobody,
    // The worker waits half a minute for the answer.
    isSlow: true,
  },
  "clock put on": {
    strike: ({ installation: { clock } }) => clock.move(3600),
    // All leases run out at once, and the other worker takes up what is in hand.
    mayRepeat: ({ workers }) => inHand * workers.length,
    mayRefuse: nobody,
  },
  "clock put back": {
    strike: ({ installation: { clock } }) => clock.move(-3600),
    mayRepeat: () => 0,
    mayRefuse: nobody,
  },
};
