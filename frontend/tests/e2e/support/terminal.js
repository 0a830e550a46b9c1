/** A terminal beside the browser: runs what the site shows, as a person would paste it. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's virtual environment, where HTTPie and requests are. */
const programs = join(dirname(fileURLToPath(import.meta.url)), "../../../../.venv/bin");

/** Only what is needed: a proxy or a token of this machine must not change what is seen. */
const environment = { PATH: `${existsSync(programs) ? `${programs}:` : ""}${process.env.PATH}`, HOME: process.env.HOME, LANG: "C.UTF-8" };

/**
 * @param {string} program
 * @param {string[]} words
 * @param {Record<string, string>} more environment
 * @returns {Promise<Buffer>} what it printed, byte by byte
 */
function run(program, words, more) {
  return new Promise((resolve, reject) => {
    execFile(program, words, { encoding: "buffer", env: { ...environment, ...more }, maxBuffer: 10_000_000 }, (error, out, complaint) =>
      error ? reject(new Error(`${error.message}\n${complaint.toString()}`)) : resolve(out),
    );
  });
}

/**
 * @param {string} command as pasted into a shell
 * @param {Record<string, string>} [more] environment
 */
export const shell = (command, more = {}) => run("/bin/sh", ["-c", command], more);

/**
 * @param {string} script
 * @param {Record<string, string>} [more] environment
 */
export const python = (script, more = {}) => run("python3", ["-c", script], more);
