<?xml version="1.0" encoding="UTF-8"?>
<!-- How a document is checked: a QR code with the address of the check and nothing else, beside the words that a caller
     gives and the code in letters, for those who copy it by hand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:f="urn:trygghetsregister:functions:1"
                exclude-result-prefixes="f">

  <xsl:template name="verification">
    <xsl:param name="heading"/>
    <xsl:param name="text"/>
    <xsl:param name="document" select="/*"/>
    <xsl:variable name="qr" select="f:qr(string($document/@verify))"/>
    <!-- Four light modules on each side, without which it is not read. -->
    <xsl:variable name="side" select="substring-before($qr, ' ') + 8"/>
    <section class="verification">
      <svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" viewBox="-4 -4 {$side} {$side}" width="26mm" height="26mm">
        <title><xsl:value-of select="f:message('verification.qr')"/></title>
        <rect x="-4" y="-4" width="{$side}" height="{$side}" fill="#ffffff"/>
        <path d="{substring-after($qr, ' ')}" fill="#000000" shape-rendering="crispEdges"/>
      </svg>
      <div>
        <h2><xsl:value-of select="$heading"/></h2>
        <p><xsl:value-of select="$text"/></p>
        <p><xsl:value-of select="f:message('statement.code')"/>: <span class="code"><xsl:call-template name="groups"><xsl:with-param name="code" select="string($document/@code)"/></xsl:call-template></span></p>
      </div>
    </section>
  </xsl:template>
</xsl:stylesheet>
