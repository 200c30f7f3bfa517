# datetime.timezone of Python 3, for 2.7.
from datetime import timedelta, tzinfo


class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __init__(self, offset, name=None):
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between '
                             '-timedelta(hours=24) and timedelta(hours=24)')
        self._offset = offset
        self._name = name

    def __reduce__(self):
        return timezone, (self._offset, self._name)

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        return 'timezone(%r)' % self._offset

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, when):
        return self._offset

    def tzname(self, when):
        if self._name is not None:
            return self._name
        if not self._offset:
            return 'UTC'
        minutes = (self._offset.days * 86400 + self._offset.seconds) // 60
        return 'UTC%s%02d:%02d' % (('-' if minutes < 0 else '+',) + divmod(abs(minutes), 60))

    def dst(self, when):
        return None

    def fromutc(self, when):
        return when + self._offset


timezone.utc = timezone(timedelta(0))
