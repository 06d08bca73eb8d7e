// The page's scripts beyond the first answer: boot.js loads them, in one file, once the page is complete.
import "./gestures.js";
import "./worker/book.js";
import "./worker/client.js";
