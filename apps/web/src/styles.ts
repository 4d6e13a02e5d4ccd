// Everything a first page needs. A part with styles of its own brings them along.
import './fonts.css';
import './colours.css';
import './base.css';
