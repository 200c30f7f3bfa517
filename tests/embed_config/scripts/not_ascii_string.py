# -*- coding: utf-8 -*-
name = u"Läden"; port = u"ä" + 1
